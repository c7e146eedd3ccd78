import type { ReactElement } from 'react';

export function CapitalCallsPage(): ReactElement {
  return <></>;
}
