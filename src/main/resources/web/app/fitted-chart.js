import { render } from 'lit-html';

/**
 * A drawing that is made anew for the width it has. Its `draw` property is a function of that width, in pixels, to what is
 * drawn.
 */
class FittedChart extends HTMLElement {
    #draw = null;
    #width = 0;
    #resized = new ResizeObserver(() => {
        if (this.clientWidth !== this.#width) {
            this.#render();
        }
    });

    set draw(draw) {
        this.#draw = draw;
        if (this.isConnected) {
            this.#render();
        }
    }

    connectedCallback() {
        this.#render();
        this.#resized.observe(this);
    }

    disconnectedCallback() {
        this.#resized.disconnect();
    }

    #render() {
        this.#width = this.clientWidth;
        if (this.#draw !== null && this.#width > 0) {
            render(this.#draw(this.#width), this);
        }
    }
}

customElements.define('fitted-chart', FittedChart);
