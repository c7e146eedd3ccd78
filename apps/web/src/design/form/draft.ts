import { useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

const prefixed = (key: string): string => `baton.draft.${key}`;

/** What was typed earlier in this window and not sent yet, over the blank form. */
export function draftOr<Values extends FieldValues>(key: string, blank: Values): Values {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefixed(key)) ?? 'null');
    return typeof kept === 'object' && kept !== null ? { ...blank, ...kept } : blank;
  } catch {
    return blank;
  }
}

/** Keeps what was typed outside of a form; null where nothing is left to be kept. */
export function keepDraft(key: string, values: FieldValues | null): void {
  if (values === null) forgetDraft(key);
  else sessionStorage.setItem(prefixed(key), JSON.stringify(values));
}

/** A text outside of a form that is kept while it is typed. */
export function useKeptText(key: string): readonly [text: string, type: (typed: string) => void] {
  const [text, setText] = useState(() => draftOr(key, { text: '' }).text);
  const type = (typed: string): void => {
    setText(typed);
    keepDraft(key, typed === '' ? null : { text: typed });
  };
  return [text, type];
}

export function forgetDraft(key: string): void {
  sessionStorage.removeItem(prefixed(key));
}

/** Keeps what is typed in the window's own storage: neither a reload nor a lost session takes it away. */
export function useDraft<Values extends FieldValues>(key: string, form: UseFormReturn<Values>): void {
  useEffect(() => {
    const subscription = form.watch((values) => sessionStorage.setItem(prefixed(key), JSON.stringify(values)));
    return () => subscription.unsubscribe();
  }, [form, key]);
}
