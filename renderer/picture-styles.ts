import { pictureId } from '../electron/contract/channels.ts';

const attribute = 'data-picture-style';

/** Turns `style` attributes, which the page’s policy forbids in markup, into rules of a style sheet. */
export class Styles {
  readonly #numbers: Map<string, number>;

  /** @param others their rules come first */
  constructor(others?: Styles) {
    this.#numbers = new Map(others ? others.#numbers : []);
  }

  /** Returns the markup of what is in an element, without ids, which the page itself uses too. The element is changed. */
  markupOf(element: HTMLElement): string {
    for (const styled of element.querySelectorAll('[style]')) {
      styled.setAttribute(attribute, String(this.#numberOf(styled.getAttribute('style') ?? '')));
      styled.removeAttribute('style');
    }
    for (const named of element.querySelectorAll('[id]')) named.removeAttribute('id');
    return element.getHTML();
  }

  rules(): string {
    return [...this.#numbers].map(([style, number]) => `#${pictureId} [${attribute}="${number}"]{${style}}`).join('\n');
  }

  #numberOf(style: string): number {
    const number = this.#numbers.get(style) ?? this.#numbers.size;
    this.#numbers.set(style, number);
    return number;
  }
}
