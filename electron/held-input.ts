/*
 * Holds what the user does while the picture of the first screen stands, before the page can react, and does it when the page
 * has taken the picture's place. It is part of the preload, which runs before anything is on the screen.
 */

import { pictureId, takenOverEvent } from './contract/channels.ts';

type Click = { readonly event: MouseEvent; readonly meant: string };
type Held = Click | { readonly event: KeyboardEvent };

/** How long a key may take to move the keyboard, as into a dialog that is loaded first, before a letter follows. */
const focusLimitMs = 300;
const modifiers = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'];
const focusable = 'a[href], button, input, select, textarea, [tabindex]';

/** Starts to hold. Called once, before the page's own listeners are added. */
export function holdInput(): void {
  const held: Held[] = [];

  window.addEventListener('click', (event) => hold(event, () => meantBy(event)), true);
  window.addEventListener('keydown', (event) => hold(event, () => (isKey(event) ? '' : null)), true);
  window.addEventListener(takenOverEvent, () => void release());

  /** @param meaning `null` for what is left to Chromium */
  function hold(event: MouseEvent | KeyboardEvent, meaning: () => string | null): void {
    const isWaiting = held.length > 0 || document.getElementById(pictureId) !== null;
    const meant = event.isTrusted && isWaiting ? meaning() : null;
    if (meant === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event instanceof MouseEvent ? { event, meant } : { event });
  }

  /** Each stays in the list until it is done, so that what comes meanwhile comes after it. */
  async function release(): Promise<void> {
    for (let next = held[0]; next; held.shift(), next = held[0]) {
      if ('meant' in next) click(next);
      else await press(next.event, () => held.length > 1);
      await nextFrame();
    }
  }
}

/** Tab moves the keyboard, which only Chromium can do, and what an input method composes is no key press. */
const isKey = ({ key, isComposing }: KeyboardEvent): boolean =>
  !isComposing && key !== 'Tab' && !modifiers.includes(key);

/** What the user means by a click: what the picture shows there, `null` for nothing. The picture itself answers to nothing. */
function meantBy({ clientX, clientY }: MouseEvent): string | null {
  const picture = document.getElementById(pictureId);
  if (!picture) return nameOf(document.elementFromPoint(clientX, clientY));
  picture.inert = false;
  const name = nameOf(document.elementFromPoint(clientX, clientY));
  picture.inert = true;
  return name;
}

/** Tells apart what can be clicked, by what the user reads on it. */
function nameOf(element: Element | null): string | null {
  const row = element?.closest('[role="row"]');
  const thing = element?.closest<HTMLElement>('a, button, input') ?? null;
  if (!row && !thing) return null;
  return [row?.textContent, thing?.tagName, thing?.dataset.view ?? thing?.textContent].join('\n');
}

/** Does nothing where the page shows something else than the picture did. */
function click({ event, meant }: Click): void {
  const { clientX, clientY, ctrlKey, metaKey, shiftKey, altKey, detail } = event;
  const element = document.elementFromPoint(clientX, clientY);
  if (!element || nameOf(element) !== meant) return;
  element.closest<HTMLElement>(focusable)?.focus();
  const same = { clientX, clientY, ctrlKey, metaKey, shiftKey, altKey, detail };
  element.dispatchEvent(new MouseEvent('click', { ...same, bubbles: true, cancelable: true, composed: true }));
}

/**
 * Presses a key where the keyboard is. What a script presses types nothing, so that is done as well.
 * @param isFollowed something else is to be done after it
 */
async function press(event: KeyboardEvent, isFollowed: () => boolean): Promise<void> {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  const before = document.activeElement ?? document.body;
  const modifierAltGraph = event.getModifierState('AltGraph');
  const same = { key, code, ctrlKey, metaKey, shiftKey, altKey, modifierAltGraph };
  const isUntaken = before.dispatchEvent(new KeyboardEvent('keydown', { ...same, bubbles: true, cancelable: true }));
  if (!isUntaken) {
    const endMs = performance.now() + focusLimitMs;
    while (isFollowed() && document.activeElement === before && performance.now() < endMs) await nextFrame();
  } else if (modifierAltGraph || !(ctrlKey || metaKey || altKey)) {
    if ([...key].length === 1) document.execCommand('insertText', false, key);
    else if (key === 'Backspace') document.execCommand('delete');
  }
}

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
