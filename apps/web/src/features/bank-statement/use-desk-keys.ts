import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { BankLine } from './bank-statement.requests.js';

interface Deeds {
  readonly choose: (line: BankLine) => void;
  readonly pick: (index: number) => void;
  readonly confirm: () => void;
  readonly undo: () => void;
  readonly explain: () => void;
}

/** The key by its place on the keyboard, so that a Korean layout needs no switching. */
const keyOf = ({ code, key }: KeyboardEvent): string => (code.startsWith('Key') ? code.slice(3) : code.startsWith('Digit') ? code.slice(5) : key);

/** J and K or the arrows go through the lines, digits choose a candidate, Enter confirms it, U undoes, E explains. */
export function useDeskKeys(lines: readonly BankLine[], chosen: BankLine | null, deeds: Deeds): (event: KeyboardEvent) => void {
  // A line that was settled took the focus with it: whoever works by keyboard goes on at the next one.
  const working = useRef(false);
  useEffect(() => {
    if (working.current && chosen !== null) document.getElementById(`bank-line-${chosen.id}`)?.focus();
  }, [chosen]);
  const step = (by: 1 | -1): void => {
    const next = chosen === null ? undefined : lines[lines.indexOf(chosen) + by];
    if (next !== undefined) deeds.choose(next);
  };
  const byKey: Readonly<Record<string, () => void>> = { J: () => step(1), ArrowDown: () => step(1), K: () => step(-1), ArrowUp: () => step(-1), Enter: deeds.confirm, U: deeds.undo, E: deeds.explain };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = keyOf(event);
    const deed = /^[1-9]$/u.test(key) ? () => deeds.pick(Number(key) - 1) : byKey[key];
    if (deed === undefined) return;
    event.preventDefault();
    working.current = true;
    deed();
  };
}
