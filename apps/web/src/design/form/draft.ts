import { useEffect } from 'react';
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
