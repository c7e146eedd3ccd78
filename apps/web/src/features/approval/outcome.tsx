import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout, type Tone } from '../../design/callout.js';
import { formatInstant } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import type { Approval } from './approval.requests.js';
import { endOf, isLastSignature, missingNow } from './approval-parts.js';

const TONES: Readonly<Record<string, Tone>> = { PENDING: 'information', APPROVED: 'information', EXECUTED: 'success', FAILED: 'danger', RETURNED: 'danger', RECALLED: 'information', EXPIRED: 'warning' };

/** In one glance: what the next signature does, or what became of the request. */
export function Outcome({ approval }: { readonly approval: Approval }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const sentence = useOutcomeSentence();
  const end = approval.state === 'PENDING' ? null : endOf(approval);
  return (
    <Callout tone={TONES[approval.state] ?? 'information'} title={t(approval.state === 'PENDING' ? 'approval.outcome.heading' : 'approval.outcome.headingDone')}>
      <p>{sentence(approval)}</p>
      {[end === null || end.problem === null ? null : say(end.problem), end === null ? null : end.reason].map((told, index) =>
        told === null ? null : (
          <p key={index}>
            <strong>{told}</strong>
          </p>
        ),
      )}
      {approval.state === 'PENDING' && <WhoSigns approval={approval} />}
    </Callout>
  );
}

function useOutcomeSentence(): (approval: Approval) => string {
  const { t } = useTranslation();
  const term = useTerm();
  return (approval) => {
    const at = formatInstant(endOf(approval).at);
    if (approval.state === 'EXECUTED' || approval.state === 'APPROVED') return t('approval.outcome.executed', { at });
    if (approval.state === 'FAILED') return t('approval.outcome.failed');
    if (approval.state === 'RETURNED') return t('approval.outcome.returned', { at });
    if (approval.state === 'RECALLED') return t('approval.outcome.recalled', { at });
    if (approval.state === 'EXPIRED') return t('approval.outcome.expired', { at: formatInstant(approval.expiresAt) });
    // A decision or an agreement has its amount and moves nothing in the books yet.
    if (isLastSignature(approval)) return approval.amountWon === null || approval.entries.length === 0 ? t('approval.outcome.last') : t('approval.outcome.lastMoney', { amount: formatWon(approval.amountWon) });
    const missing = missingNow(approval);
    if (missing > 1) return t('approval.outcome.moreHere', { count: missing - 1 });
    const next = approval.line.find(({ position }) => position === approval.position + 1);
    return t('approval.outcome.more', { next: next === undefined ? '' : `${term('stepKind', next.kind)} · ${term('role', next.role)}` });
  };
}

function WhoSigns({ approval: { waitingFor } }: { readonly approval: Approval }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  if (waitingFor.length === 0) return <p>{t('approval.nobody')}</p>;
  return (
    <p>
      {t('approval.whoNext')}: {waitingFor.map(({ name, rank }) => `${name}(${term('rank', rank)})`).join(', ')}
    </p>
  );
}
