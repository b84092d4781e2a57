import './page.css';
import { scaleLinear, scaleBand } from 'd3-scale';
import { arc } from 'd3-shape';
import { html, render } from 'lit-html';

render(html`<p>${scaleLinear().domain([0, 1]).ticks(4).join()} ${scaleBand().bandwidth()} ${arc().cornerRadius(2)({innerRadius: 1, outerRadius: 2, startAngle: 0, endAngle: 1})}</p>`, document.getElementById('main'));
