import type { ReactElement } from 'react';
import type { Tone } from '../../design/callout.js';
import { Tag } from '../../design/tag.js';
import { useBilingual } from '../../i18n/bilingual.js';
import type { Voucher } from './voucher.requests.js';

const TONES: Readonly<Record<string, Tone | 'neutral'>> = {
  ISSUED: 'success',
  SUSPENDED: 'warning',
  CLAWBACK: 'danger',
  WRITTEN_OFF: 'danger',
  RECOVERED: 'information',
};

/** Where a voucher stands, in the words of its life. */
export function StateTag({ voucher, large = false }: { readonly voucher: Pick<Voucher, 'state' | 'stateName'>; readonly large?: boolean }): ReactElement {
  const say = useBilingual();
  return (
    <Tag tone={TONES[voucher.state] ?? 'neutral'} large={large}>
      {say(voucher.stateName)}
    </Tag>
  );
}
