import { useState } from 'react';

/** A text being typed for a value that is kept in another form: it stays as it is typed, and what can be read of it is handed on. */
export function useTyped<Value>(initial: string, read: (text: string) => Value | null, onRead: (value: Value) => void): { readonly typed: string; readonly wrong: boolean; readonly type: (text: string) => void } {
  const [typed, setTyped] = useState(initial);
  const type = (text: string): void => {
    setTyped(text);
    const value = read(text);
    if (value !== null) onRead(value);
  };
  return { typed, wrong: read(typed) === null, type };
}
