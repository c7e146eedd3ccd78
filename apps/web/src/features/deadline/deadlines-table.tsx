import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Tone } from '../../design/callout.js';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import { Stack } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { todayInSeoul } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { DeedDialog } from '../grant-outcome/deed-dialog.js';
import styles from '../grant-outcome/grant-outcome.module.css';
import { usePermissions } from '../session/use-session.js';
import { fulfilDeadline, type GrantDeadline } from './deadline.requests.js';

const TONES: Readonly<Record<string, Tone | 'neutral'>> = { OVERDUE: 'danger', SOON: 'warning', OPEN: 'information', DONE: 'success' };

interface Props {
  readonly deadlines: readonly GrantDeadline[];
  /** Of several calls: each row says of which. */
  readonly ofSeveral: boolean;
}

/** Deadlines as they come, overdue first; each opens to how its day was reached. */
export function DeadlinesTable({ deadlines, ofSeveral }: Props): ReactElement {
  const { t } = useTranslation();
  const [explained, setExplained] = useState<GrantDeadline | null>(null);
  const [fulfilled, setFulfilled] = useState<GrantDeadline | null>(null);
  const columns = useDeadlineColumns(ofSeveral, setFulfilled);
  return (
    <>
      <DataTable
        label={t('deadline.title')}
        columns={columns}
        rows={deadlines}
        rowKey={({ id }) => id}
        rowTone={({ state }) => (state === 'OVERDUE' ? 'danger' : state === 'DONE' || state === 'PASSED' ? 'muted' : undefined)}
        onOpen={setExplained}
        empty={t('deadline.empty')}
      />
      {explained !== null && <ExplainDialog deadline={explained} onClose={() => setExplained(null)} />}
      {fulfilled !== null && <FulfilDialog deadline={fulfilled} onClose={() => setFulfilled(null)} />}
    </>
  );
}

function useDeadlineColumns(ofSeveral: boolean, fulfil: (deadline: GrantDeadline) => void): readonly Column<GrantDeadline>[] {
  const { t } = useTranslation();
  const say = useBilingual();
  const may = usePermissions();
  return useMemo<readonly Column<GrantDeadline>[]>(
    () => [
      { id: 'effective', header: t('deadline.effective'), kind: 'date', value: ({ effective }) => effective, cell: ({ effective, nominal }) => (
        <>
          {effective}
          {effective !== nominal && <span className={styles['sub']}>{t('deadline.movedFrom', { date: nominal })}</span>}
        </>
      ) },
      { id: 'state', header: t('deadline.state'), kind: 'text', value: ({ stateName }) => say(stateName), cell: ({ state, stateName, daysLeft, doneOn }) => (
        <>
          <Tag tone={TONES[state] ?? 'neutral'}>{say(stateName)}</Tag>
          <span className={styles['sub']}>{doneOn ?? (daysLeft < 0 ? t('deadline.daysAgo', { days: -daysLeft }) : t('deadline.daysLeft', { days: daysLeft }))}</span>
        </>
      ) },
      { id: 'title', header: t('deadline.what'), kind: 'text', text: 'wrap', value: ({ title }) => say(title) },
      { id: 'label', header: t('deadline.about'), kind: 'text', text: 'wrap', value: ({ label, party }) => (party === null ? label : `${label} ${party}`), cell: ({ callId, agreementId, label, party }) => (
        <>
          {agreementId === null ? label : <Link to={`/grants/${callId}/agreements/${agreementId}`} tabIndex={-1}>{label}</Link>}
          {party !== null && <span className={styles['sub']}>{party}</span>}
        </>
      ) },
      ...(ofSeveral ? [{ id: 'call', header: t('deadline.call'), kind: 'text' as const, text: 'wrap' as const, value: ({ callName }: GrantDeadline) => callName }] : []),
      { id: 'owner', header: t('deadline.owner'), kind: 'text', value: ({ ownerName }) => say(ownerName) },
      { id: 'deeds', header: t('grantOutcome.deeds'), kind: 'text', value: () => null, cell: (deadline) =>
        deadline.told && deadline.doneOn === null && may('grant-deadline.fulfil') ? (
          <Button small tone="quiet" onPress={() => fulfil(deadline)}>
            {t('deadline.fulfil')}
          </Button>
        ) : null },
      { id: 'occasion', header: t('deadline.occasion'), kind: 'text', text: 'wrap', value: ({ occasion, from }) => `${say(occasion)} ${from}` },
      { id: 'clause', header: t('terms.clause'), kind: 'text', text: 'wrap', value: ({ clause }) => clause },
    ],
    [t, say, may, ofSeveral, fulfil],
  );
}

/** Move by move, each with its article. */
function ExplainDialog({ deadline, onClose }: { readonly deadline: GrantDeadline; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { title, label, party, occasion, from, nominal, effective, clause, steps } = deadline;
  return (
    <Dialog title={`${say(title)} · ${label}`} open onClose={onClose}>
      <Stack>
        <Facts
          facts={[
            party === null ? null : { label: t('deadline.party'), value: party },
            { label: say(occasion), value: from },
            { label: t('deadline.nominal'), value: nominal },
            { label: t('deadline.effective'), value: effective },
            { label: t('terms.clause'), value: clause },
          ]}
        />
        <h3>{t('deadline.why')}</h3>
        <ol className={styles['steps']}>
          {steps.map((step, index) => (
            <li key={index}>{say(step)}</li>
          ))}
        </ol>
      </Stack>
    </Dialog>
  );
}

function FulfilDialog({ deadline, onClose }: { readonly deadline: GrantDeadline; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { key, subjectId, from, callId } = deadline;
  return (
    <DeedDialog
      {...{ callId, name: `fulfil ${deadline.id}`, onClose, send: (body, header) => fulfilDeadline(callId, { ...body, key, subjectId, from }, header) }}
      title={`${say(deadline.title)} · ${deadline.label}`}
      action={t('deadline.fulfil')}
      fields={[
        { name: 'doneOn', kind: 'date', label: t('deadline.doneOn'), initial: todayInSeoul() },
        { name: 'note', kind: 'text', label: t('deadline.note'), optional: true, maxLength: 500 },
      ]}
    />
  );
}
