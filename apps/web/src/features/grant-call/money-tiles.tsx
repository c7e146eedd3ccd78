import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { WonText } from '../../design/won-text.js';
import cockpit from '../voucher-year/cockpit.module.css';

interface MoneyTile {
  readonly name: string;
  readonly amountWon: string;
  /** Where the figure comes from; null: nothing lies behind it. */
  readonly to: string | null;
}

/** Money by where it is; each figure leads to what it is made of. */
export function MoneyTiles({ label, tiles }: { readonly label: string; readonly tiles: readonly MoneyTile[] }): ReactElement {
  return (
    <section className={cockpit['tiles']} aria-label={label}>
      {tiles.map(({ name, amountWon, to }) => (
        <div key={name} className={cockpit['tile']}>
          <p className={cockpit['note']}>{name}</p>
          <p className={cockpit['value']}>
            {to === null ? (
              <WonText amount={amountWon} bare />
            ) : (
              <Link to={to}>
                <WonText amount={amountWon} bare />
              </Link>
            )}
          </p>
        </div>
      ))}
    </section>
  );
}
