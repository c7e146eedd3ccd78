import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../design/classes.js';
import { WonText } from '../../design/won-text.js';
import { formatWon } from '../../format/won.js';
import type { Voucher } from './voucher.requests.js';
import styles from './voucher.module.css';

type Figures = Pick<Voucher, 'givenWon' | 'capturedWon' | 'heldWon' | 'availableWon' | 'expiredWon' | 'revokedWon'>;

const PARTS = ['captured', 'held', 'available', 'gone'] as const;

function partsOf({ capturedWon, heldWon, availableWon, expiredWon, revokedWon }: Figures): Record<(typeof PARTS)[number], bigint> {
  return { captured: BigInt(capturedWon), held: BigInt(heldWon), available: BigInt(availableWon), gone: BigInt(expiredWon) + BigInt(revokedWon) };
}

/** Where the money of a voucher is, drawn to scale; the figures are read out. */
export function UsageBar({ figures, large = false }: { readonly figures: Figures; readonly large?: boolean }): ReactElement {
  const { t } = useTranslation();
  const parts = partsOf(figures);
  const whole = BigInt(figures.givenWon);
  const width = (amount: bigint): string => `${whole === 0n ? 0 : Number((amount * 1000n) / whole) / 10}%`;
  const texts = Object.fromEntries(PARTS.map((part) => [part, formatWon(parts[part])]));
  const label = t('voucher.barLabel', { given: formatWon(whole), captured: texts['captured'], held: texts['held'], available: texts['available'], gone: texts['gone'] });
  return (
    <div className={classes(styles['bar'], large && styles['large'])} role="img" aria-label={label} title={label}>
      {PARTS.map((part) => (
        <span key={part} className={styles[part]} style={{ width: width(parts[part]) }} />
      ))}
    </div>
  );
}

/** What the colours of the bar stand for, with the exact amounts. */
export function UsageLegend({ figures }: { readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const parts = partsOf(figures);
  return (
    <dl className={styles['legend']}>
      {PARTS.map((part) => (
        <div key={part}>
          <dt>
            <span className={classes(styles['swatch'], styles[part])} />
            {t(`voucher.${part}`)}
          </dt>
          <dd>
            <WonText amount={parts[part]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
