import type { ReactElement } from 'react';

export function LedgerPage(): ReactElement {
  return <></>;
}
