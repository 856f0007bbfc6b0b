/* The vendor's host says one thing in several forms, of errors and of empty lists. */

import type { DemoOptions, EmptyListForm, ErrorForm } from '../options.ts';

type One<Form> = Exclude<Form, 'mixed'>;

const errorForms: readonly [One<ErrorForm>, ...One<ErrorForm>[]] = ['json', 'wrapper-json', 'wrapper-xml', 'fault'];
const emptyListForms: readonly [One<EmptyListForm>, ...One<EmptyListForm>[]] = [
  'array',
  'null',
  'zero-size',
  'no-content',
  'no-field',
];

/** Chooses the forms of errors and of empty lists. Where they are mixed, each takes its turn, so that a run can be repeated. */
export class Forms {
  readonly #options: () => DemoOptions;
  #errors = 0;
  #emptyLists = 0;

  constructor(options: () => DemoOptions) {
    this.#options = options;
  }

  nextError(): One<ErrorForm> {
    const { errorForm } = this.#options();
    return errorForm === 'mixed' ? inTurn(errorForms, this.#errors++) : errorForm;
  }

  nextEmptyList(): One<EmptyListForm> {
    const { emptyListForm } = this.#options();
    return emptyListForm === 'mixed' ? inTurn(emptyListForms, this.#emptyLists++) : emptyListForm;
  }

  /** Whether a list is to be answered as if it had no rows. */
  isEmptied(path: string): boolean {
    return this.#options().emptyLists.some((part) => path.includes(part));
  }
}

function inTurn<Form>(forms: readonly [Form, ...Form[]], turn: number): Form {
  return forms[turn % forms.length] ?? forms[0];
}
