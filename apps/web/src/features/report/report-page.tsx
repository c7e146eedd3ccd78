import type { ReactElement } from 'react';

export function ReportPage(): ReactElement {
  return <></>;
}
