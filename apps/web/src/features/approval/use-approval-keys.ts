import { useEffect, useRef } from 'react';

/** What the keys of the inbox do. */
export interface ApprovalKeys {
  readonly move: (by: 1 | -1) => void;
  readonly open: () => void;
  /** Through the request that is open, by a page. */
  readonly scroll: (by: 1 | -1) => void;
  readonly toggle: () => void;
  readonly sign: () => void;
  readonly return: () => void;
  readonly batch: () => void;
  readonly close: () => void;
}

/** Korean keyboards send the Hangul letter of the same key while Hangul is on. */
const KEYS: Readonly<Record<string, (keys: ApprovalKeys) => void>> = {
  ArrowDown: (keys) => keys.move(1),
  ArrowUp: (keys) => keys.move(-1),
  Enter: (keys) => keys.open(),
  PageDown: (keys) => keys.scroll(1),
  PageUp: (keys) => keys.scroll(-1),
  ' ': (keys) => keys.toggle(),
  KeyS: (keys) => keys.sign(),
  KeyR: (keys) => keys.return(),
  KeyB: (keys) => keys.batch(),
  Escape: (keys) => keys.close(),
};

/** Letters go by their place on the keyboard, so that they work whether Hangul or Latin is on. */
function deedOf(event: KeyboardEvent): ((keys: ApprovalKeys) => void) | undefined {
  return KEYS[event.key] ?? KEYS[event.code];
}

/** Where a key already means something else: fields, buttons, links, and anything inside a dialog. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return true;
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return true;
  if (!(event.target instanceof HTMLElement)) return false;
  if (event.target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]') !== null) return true;
  if (event.key === 'Enter') return event.target.closest('button, a, summary') !== null;
  return event.key === ' ' && event.target.closest('button, summary, input') !== null;
}

/** The inbox worked through by keyboard alone, from wherever on the page the focus is. */
export function useApprovalKeys(keys: ApprovalKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const deed = isTaken(event) ? undefined : deedOf(event);
      if (deed === undefined) return;
      event.preventDefault();
      deed(latest.current);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
