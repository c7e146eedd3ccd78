import type { ReactElement } from 'react';

/** Somebody who works here, by name; the login, which tells namesakes apart, on hover. */
export function Person({ name, login }: { readonly name: string; readonly login: string }): ReactElement {
  return <span title={login}>{name}</span>;
}
