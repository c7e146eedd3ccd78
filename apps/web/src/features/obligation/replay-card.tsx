import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, Legend, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { DateField } from '../../design/date-field.js';
import { Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatBasisPoints } from '../../format/quantity.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { Refusal } from '../rule/refusal.js';
import { useMandateTexts } from './mandate-dialog.js';
import { formOfRule, parseRatio, readMandate } from './mandate-form.js';
import { MandateVerdictTag } from './mandate-verdict-tag.js';
import styles from './obligation.module.css';
import { useReplay, type MandatePosition, type Replay } from './obligation.requests.js';

interface Props {
  readonly fundId: string;
  readonly positions: readonly MandatePosition[];
}

/** What past months would have looked like, had the rule asked for another ratio. */
export function ReplayCard({ fundId, positions }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const own = positions.filter((position) => position.fundId === fundId);
  const [ruleId, setRuleId] = useState(own[0]?.rule.id ?? '');
  const chosen = own.find(({ rule }) => rule.id === ruleId)?.rule;
  const [ratio, setRatio] = useState(formatBasisPoints(chosen?.ratioBasisPoints ?? 0));
  const [months, setMonths] = useState(lastYear());
  const [asked, setAsked] = useState<string | null>(null);
  const texts = useMandateTexts();
  const query = useReplay(fundId, asked);
  const run = (): void => {
    if (chosen === undefined) return;
    const dates = { investmentFrom: chosen.startsOn, investmentTo: chosen.deadlineOn ?? chosen.startsOn };
    const { terms } = readMandate({ ...formOfRule(chosen, dates), ratioBasisPoints: ratio }, texts);
    const against = chosen.id.includes(':') ? {} : { againstRuleId: chosen.id };
    setAsked(JSON.stringify({ ...terms, from: parseDateInput(months.from), to: parseDateInput(months.to), ...against }));
  };
  const ready = parseRatio(ratio) !== null && parseDateInput(months.from) !== null && parseDateInput(months.to) !== null;
  return (
    <Card title={t('mandate.replay')} note={t('mandate.replayLead')}>
      <Stack>
        <div className={styles['pair']}>
          <SelectField label={t('mandate.replayRule')} value={ruleId} onChange={setRuleId} choices={own.map(({ rule }) => ({ value: rule.id, label: say(rule.name) }))} />
          <TextField label={t('mandate.ratioField')} unit="%" alignRight value={ratio} onChange={setRatio} error={parseRatio(ratio) === null ? texts.ratio : undefined} />
          <DateField label={t('mandate.replayFrom')} value={months.from} onChange={(from) => setMonths({ ...months, from })} />
          <DateField label={t('mandate.replayTo')} value={months.to} onChange={(to) => setMonths({ ...months, to })} />
        </div>
        <div className={styles['side']}>
          <Button onPress={run} disabled={!ready} pending={query.isFetching}>
            {t('mandate.replayRun')}
          </Button>
        </div>
        <Refusal error={query.error} />
        {query.data !== undefined && <ReplayResult replay={query.data} />}
      </Stack>
    </Card>
  );
}

function ReplayResult({ replay }: { readonly replay: Replay }): ReactElement {
  const { t } = useTranslation();
  // Only here a percentage becomes a number, to be drawn.
  const data = replay.points.map(({ on, draft, inForce }) => ({ on: on.slice(0, 7), draft: Number(draft.ratioPercent ?? '0'), inForce: inForce === null ? null : Number(inForce.ratioPercent ?? '0') }));
  return (
    <>
      <p>{t('mandate.replayMet', { draft: replay.metUnderDraft, inForce: replay.metInForce, total: replay.points.length })}</p>
      <div style={{ height: '22rem' }}>
        <ResponsiveContainer width="100%" height="100%">
          <LineChart data={data} margin={{ top: 16, right: 16, bottom: 0, left: 0 }} accessibilityLayer>
            <CartesianGrid vertical={false} stroke="var(--krds-color-light-gray-10)" />
            <XAxis dataKey="on" tickLine={false} stroke="var(--krds-color-light-gray-40)" />
            <YAxis unit="%" width={48} tickLine={false} stroke="var(--krds-color-light-gray-40)" />
            <Tooltip />
            <Legend verticalAlign="bottom" height={24} iconType="plainline" />
            <ReferenceLine y={replay.draft.ratioBasisPoints / 100} stroke="var(--krds-color-light-gray-90)" label={{ value: `${formatBasisPoints(replay.draft.ratioBasisPoints)}%`, position: 'insideBottomRight' }} />
            <Line name={t('mandate.replayInForce')} dataKey="inForce" type="stepAfter" stroke="var(--krds-color-light-gray-50)" strokeDasharray="6 4" dot={false} isAnimationActive={false} />
            <Line name={t('mandate.replayDraft')} dataKey="draft" type="stepAfter" stroke="var(--krds-color-light-primary-50)" strokeWidth={2.5} dot={false} isAnimationActive={false} />
          </LineChart>
        </ResponsiveContainer>
      </div>
      <PlainTable
        label={t('mandate.replay')}
        rows={replay.points}
        rowKey={({ on }) => on}
        columns={[
          { header: t('mandate.replayMonth'), cell: ({ on }) => on },
          { header: `${t('mandate.replayDraft')} ${t('mandate.ratio')}`, align: 'right', cell: ({ draft }) => draft.ratioPercent ?? '–' },
          { header: t('mandate.verdict'), cell: ({ draft }) => <MandateVerdictTag verdict={draft.verdict} /> },
          { header: `${t('mandate.replayInForce')} ${t('mandate.ratio')}`, align: 'right', cell: ({ inForce }) => inForce?.ratioPercent ?? '–' },
          { header: t('mandate.verdict'), cell: ({ inForce }) => (inForce === null ? '–' : <MandateVerdictTag verdict={inForce.verdict} />) },
        ]}
      />
    </>
  );
}

/** The twelve months up to this one. */
function lastYear(): { readonly from: string; readonly to: string } {
  const today = todayInSeoul();
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = new Date(Date.UTC(year - 1, month, 1));
  return { from: first.toISOString().slice(0, 10), to: today };
}
