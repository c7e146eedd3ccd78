import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Verdict } from '../../api/types.js';
import { LinkButton } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { usePermissions } from '../session/use-session.js';
import { hardnessOf, isWaivable } from './waiver.requests.js';

interface Props {
  readonly verdicts: readonly Verdict[];
  readonly deal: { readonly businessNumber: string; readonly company: string; readonly most: string };
}

/** Where only rules of the agreement stand in the way: leave to go on, asked for with what was typed. */
export function WaiverOffer({ verdicts, deal }: Props): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  const { fundId = '' } = useParams();
  const blocking = verdicts.filter(({ result }) => result === 'BLOCK');
  const [first] = blocking.filter(({ rule }) => isWaivable(rule));
  if (first === undefined) return null;
  if (blocking.some(({ rule }) => hardnessOf(rule) === 'HARD')) return <p>{t('waivers.hardLead')}</p>;
  return (
    <Callout tone="information" title={t('waivers.offerLead')}>
      {may('waiver.grant') && (
        <LinkButton small to={`/funds/${fundId}/waivers?${new URLSearchParams({ rule: first.rule, ...deal }).toString()}`}>
          {t('waivers.offer')}
        </LinkButton>
      )}
    </Callout>
  );
}
