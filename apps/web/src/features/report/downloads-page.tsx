import type { ReactElement } from 'react';

export function DownloadsPage(): ReactElement {
  return <></>;
}
