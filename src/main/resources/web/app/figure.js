import { html } from 'lit-html';
import './fitted-chart.js';

/**
 * A chart with what it needs beside it: a line that tells what the pointer is on, and everything once more as a table.
 *
 * @param name short word, for ids and styles
 * @param says what the readout tells while nothing is pointed at
 * @param draw from the width to the drawing
 * @param table the same as rows, behind "As a table"
 */
export const figure = ({ name, says, draw, table }) => html`
    <figure class="chart ${name}">
        <p class="readout small soft" aria-hidden="true" data-says=${says} .textContent=${says}></p>
        <fitted-chart .draw=${draw}></fitted-chart>
        <details class="as-table small">
            <summary>As a table</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=${`${says}, as a table`}>${table}</div>
        </details>
    </figure>
`;

const readoutOf = (event) => event.currentTarget.closest('figure').querySelector('.readout');

/** Says something in the readout of the chart that the pointer is on. */
export const read = (event, text) => {
    readoutOf(event).textContent = text;
};

/** Goes back to what the readout tells by itself. */
export const unread = (event) => {
    const readout = readoutOf(event);
    readout.textContent = readout.dataset.says;
};

/** Where the pointer is in the drawing, in its own units across. */
export const across = (event, width) => {
    const box = event.currentTarget.getBoundingClientRect();
    return ((event.clientX - box.left) / box.width) * width;
};
