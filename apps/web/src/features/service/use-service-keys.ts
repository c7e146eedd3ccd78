import { useEffect } from 'react';
import { neighbour } from './next-step.js';

/** Whoever types into a field, or answers a dialog, means letters by letters. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName));
}

const withKeyAlone = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);

/** `j` and `k` go through the list, one service after the other: the next one opens where the last one was. */
export function useServiceKeys(ids: readonly string[], opened: string | null, onOpen: (id: string) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const [first] = ids;
      if (first === undefined || (event.key !== 'j' && event.key !== 'k') || !withKeyAlone(event) || aDialogIsOpen(opened)) return;
      event.preventDefault();
      onOpen(opened === null || !ids.includes(opened) ? first : neighbour(ids, opened, event.key === 'j' ? 1 : -1));
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [ids, opened, onOpen]);
}

/** Runs `deed` at the press of `key`; null: not now. */
export function useKey(key: string, deed: (() => void) | null): void {
  useEffect(() => {
    if (deed === null) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== key || !withKeyAlone(event)) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key, deed]);
}

/** Beside the panel of the service itself. */
function aDialogIsOpen(opened: string | null): boolean {
  return document.querySelectorAll('[role="dialog"]').length > (opened === null ? 0 : 1);
}
