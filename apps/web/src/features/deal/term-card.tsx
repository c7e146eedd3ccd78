import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Investment } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Facts, type Fact } from '../../design/facts.js';
import { PlainTable } from '../../design/plain-table.js';
import { WonText } from '../../design/won-text.js';
import { formatBasisPoints } from '../../format/quantity.js';
import { formatWon, groupDigits } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { ConvertDialog } from './convert-dialog.js';
import { CONVERTS_INTO } from './deal.requests.js';
import { DECLARATIONS, TERM_FIELDS } from './particulars.js';
import { RescindDialog } from './rescind-dialog.js';
import { TraitDialog } from './trait-dialog.js';

type Opened = 'convert' | 'rescind' | 'trait' | null;

/** What the contract says, what the deal is, what it became; and the deeds that change that. */
export function TermCard({ investment }: { readonly investment: Investment }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const { isNow } = useTimePoint();
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  const stands = isNow && !investment.voided && !investment.rescinded;
  const isPaid = stands && investment.kind !== 'CONVERSION';
  const buttons: readonly (readonly [Exclude<Opened, null>, string, boolean])[] = [
    ['trait', t('deal.recordTrait'), isPaid && may('deal-trait.record')],
    ['convert', t('deal.convert'), stands && may('investment.convert') && CONVERTS_INTO[investment.instrument] !== undefined],
    ['rescind', t('deal.rescind'), isPaid && investment.exits.length === 0 && may('investment.rescind')],
  ];
  return (
    <Card
      title={t('deal.termCard')}
      actions={buttons
        .filter(([, , shown]) => shown)
        .map(([kind, text]) => (
          <Button key={kind} small tone={kind === 'rescind' ? 'danger' : 'secondary'} onPress={() => setOpened(kind)}>
            {text}
          </Button>
        ))}
    >
      <Facts facts={[...useTermFacts(investment), { label: t('deal.traits'), value: investment.traits.map(({ dimension, value }) => `${term('dealDimension', dimension)} ${wordOf(term, dimension, value)}`).join(' · ') }]} />
      {investment.conversions.length > 0 && <Conversions investment={investment} />}
      {opened === 'convert' && <ConvertDialog investment={investment} onClose={close} />}
      {opened === 'rescind' && <RescindDialog investment={investment} onClose={close} />}
      {opened === 'trait' && <TraitDialog investment={investment} onClose={close} />}
    </Card>
  );
}

const wordOf = (term: ReturnType<typeof useTerm>, dimension: string, value: string): string => (dimension === 'route' ? term('route', value) : term('dealTrait', value));

function useTermFacts({ term: terms }: Investment): (Fact | null)[] {
  const { t } = useTranslation();
  const term = useTerm();
  if (terms === null) return [];
  const won = (label: string, amount: string | null): Fact | null => (amount === null ? null : { label, value: <WonText amount={amount} /> });
  const said = (label: string, value: string | null): Fact | null => (value === null || value === '' ? null : { label, value });
  const declared = DECLARATIONS.filter((name) => terms.disclosure[name] === true).map((name) => term('declaration', name));
  const contract = TERM_FIELDS.map(({ name, kind }): Fact | null => {
    const value = terms.terms[name];
    if (value === undefined || value === null || value === false) return null;
    const label = t(`dealTerm.${name}`);
    if (kind === 'won') return won(label, `${value as string}`);
    if (kind === 'percent') return said(label, formatBasisPoints(value as number));
    if (kind === 'flag') return said(label, t('relatedParties.yes'));
    return said(label, kind === 'choice' ? term('antiDilution', value as string) : `${value as string}`);
  });
  return [
    won(t('deal.preMoneyWon'), terms.preMoneyWon),
    won(t('deal.postMoneyWon'), terms.postMoneyWon),
    said(t('deal.totalShares'), terms.totalShares === null ? null : groupDigits(BigInt(terms.totalShares))),
    said(t('deal.ownership'), terms.ownershipPercent === null ? null : `${terms.ownershipPercent}%`),
    said(t('deal.statutoryTarget'), terms.statutoryTarget === null ? null : term('statutoryTarget', terms.statutoryTarget)),
    said(t('deal.seller'), terms.seller),
    said(t('deal.project'), terms.project),
    said(t('deal.declared'), declared.join(', ')),
    ...contract,
  ];
}

function Conversions({ investment }: { readonly investment: Investment }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { search } = useTimePoint();
  return (
    <PlainTable
      label={t('deal.conversions')}
      rows={investment.conversions}
      rowKey={({ id }) => id}
      tone={({ voided }) => (voided ? 'muted' : undefined)}
      columns={[
        { header: t('deal.convertedOn'), cell: ({ convertedOn }) => convertedOn },
        { header: t('investment.number'), cell: ({ id, number }) => <Link to={`/funds/${investment.fundId}/investments/${id}${search}`}>{number}</Link> },
        { header: t('deal.convertInto'), cell: ({ instrument }) => term('instrument', instrument) },
        { header: t('deal.convertShares'), align: 'right', cell: ({ shares }) => (shares === null ? '–' : groupDigits(BigInt(shares))) },
        { header: t('deal.convertedWon'), align: 'right', cell: ({ convertedWon }) => formatWon(convertedWon) },
      ]}
    />
  );
}
