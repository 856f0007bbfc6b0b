/** Ids of the places that the keyboard jumps between. */
export const gridId = 'tickets-grid';
export const searchId = 'tickets-search';
export const commentId = 'ticket-comment';
export const startTitleId = 'start-title';

/** Puts the keyboard into the list. */
export function focusGrid(): void {
  document.getElementById(gridId)?.focus();
}

/** Puts the keyboard where the user was at work: into the outbox, the form or the reading pane, which carry the attribute, else into the list. */
export function focusScreen(): void {
  const screen = document.querySelector<HTMLElement>('[data-work-area]');
  if (screen) screen.focus();
  else focusGrid();
}

/** Puts the keyboard into the search box, with what is in it selected. */
export function focusSearch(): void {
  const box = document.getElementById(searchId);
  if (box instanceof HTMLInputElement) {
    box.focus();
    box.select();
  }
}

/** Puts the keyboard into the box of a new comment. */
export function focusComment(): void {
  document.getElementById(commentId)?.focus();
}

/** Whether keys pressed there are text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
