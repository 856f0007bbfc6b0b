/* The language of the page: the one in which the main process serves it, so that loading it anew follows the setting. */

import { isLanguage, type Language } from '../../electron/contract/language.ts';

const served = globalThis.document?.documentElement.lang; // there is no document in unit tests

/** The language of the words on the page. */
export const language: Language = isLanguage(served) ? served : 'en';
