import type { ReactElement } from 'react';

export function FormFundPage(): ReactElement {
  return <></>;
}
