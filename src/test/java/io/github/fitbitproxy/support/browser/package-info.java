/** A real browser for tests of pages. */
package io.github.fitbitproxy.support.browser;
