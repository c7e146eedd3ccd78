import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { useTerm } from '../../i18n/term.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import styles from '../grant-outcome/grant-outcome.module.css';
import { usePermissions } from '../session/use-session.js';
import { useDeadlines, type DeadlineFilter } from './deadline.requests.js';
import { DeadlinesTable } from './deadlines-table.js';
import { FeedsCard } from './feeds-card.js';

const VIEWS = ['DUE', 'OVERDUE', 'DONE', 'ALL'] as const;
const OWNERS = ['INSTITUTION', 'AGENCY', 'COMPANY', 'LABORATORY'] as const;
const WINDOWS = ['7', '30', '90', '365'] as const;

/** What is due in every call that one may see. */
export function DeadlinesPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  return (
    <Page title={t('deadline.title')} lead={t('deadline.lead')}>
      <FilteredDeadlines />
      {may('calendar-feed.read') && <FeedsCard />}
    </Page>
  );
}

/** What is due in one call. */
export function CallDeadlinesPage(): ReactElement {
  const { t } = useTranslation();
  const { id } = useCurrentCall();
  const may = usePermissions();
  return (
    <Page title={t('deadline.title')} lead={t('deadline.lead')}>
      <FilteredDeadlines callId={id} />
      {may('calendar-feed.read') && <FeedsCard />}
    </Page>
  );
}

function FilteredDeadlines({ callId }: { readonly callId?: string }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const [chosen, setChosen] = useState({ view: 'DUE', owner: '', withinDays: '' });
  const set = (changes: Partial<typeof chosen>): void => setChosen((before) => ({ ...before, ...changes }));
  const filter = { view: chosen.view, ...(callId === undefined ? {} : { callId }), ...(chosen.owner === '' ? {} : { owner: chosen.owner }), ...(chosen.withinDays === '' ? {} : { withinDays: Number(chosen.withinDays) }) } as DeadlineFilter;
  const all = { value: '', label: t('deadline.all') };
  return (
    <>
      <div className={styles['filters']}>
        <SelectField label={t('deadline.view')} value={chosen.view} onChange={(view) => set({ view })} choices={VIEWS.map((value) => ({ value, label: term('deadlineView', value) }))} />
        <SelectField label={t('deadline.owner')} value={chosen.owner} onChange={(owner) => set({ owner })} choices={[all, ...OWNERS.map((value) => ({ value, label: term('deadlineOwner', value) }))]} />
        <SelectField label={t('deadline.within')} value={chosen.withinDays} onChange={(withinDays) => set({ withinDays })} choices={[all, ...WINDOWS.map((value) => ({ value, label: t('deadline.days', { days: value }) }))]} />
      </div>
      <Card flush>
        <Loaded query={useDeadlines(filter)}>{({ deadlines }) => <DeadlinesTable deadlines={deadlines} ofSeveral={callId === undefined} />}</Loaded>
      </Card>
    </>
  );
}
