/*
 * The template in which all paper is written. Whatever is put into it is escaped, unless it came from the template itself.
 */

import { html as template } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of a page that was made by `html`. */
export type Html = HtmlEscapedString;

/** What may stand in a template: texts are escaped, and `null` and `false` leave no trace. */
type Value = string | number | Html | readonly Html[] | null | false;

/** Makes a piece of a page from a template literal. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return template(strings, ...values) as Html; // it is a promise only where a value is one
}
