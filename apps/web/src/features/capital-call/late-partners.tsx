import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { formatWon, sumWon } from '../../format/won.js';
import { lateRows, type CallRow } from './call-rows.js';

/** Who is late, by how much and since when, and what the agreement lets be done about it. Nothing where nobody is. */
export function LatePartners({ rows }: { readonly rows: readonly CallRow[] }): ReactElement | null {
  const { t } = useTranslation();
  const late = lateRows(rows);
  if (late.length === 0) return null;
  const defaulted = late.some(({ share }) => share.state === 'IN_DEFAULT');
  const calls = [...new Map(late.filter(({ share }) => share.state === 'IN_DEFAULT').map(({ call }) => [call.id, call])).values()];
  const sums = { unpaid: formatWon(sumWon(late.map(({ share }) => share.unpaidWon))), interest: formatWon(sumWon(late.map(({ share }) => share.interest.dueWon))) };
  return (
    <Callout tone={defaulted ? 'danger' : 'warning'} title={`${t('capital.late')}: ${t('capital.lateNote', { count: late.length, ...sums })}`}>
      <ul>
        {late.map(({ call, share }) => (
          <li key={`${call.id}/${share.partnerId}`}>
            {t('capital.lateLine', { number: call.number, partner: share.partner, unpaid: formatWon(share.unpaidWon), days: share.daysLate, interest: formatWon(share.interest.dueWon) })}{' '}
            {share.state === 'IN_CURE' && t('capital.cureUntil', { on: share.cureEndsOn })}
            {share.state === 'IN_DEFAULT' && t('capital.inDefault', { on: share.cureEndsOn })}
          </li>
        ))}
      </ul>
      {calls.map(({ id, number, remedies }) => (
        <p key={id}>{t('capital.remediesNote', { number, remedies })}</p>
      ))}
    </Callout>
  );
}
