import type { ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { previewHeaders } from '../../api/intent.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import { VerdictList } from '../rule/verdict-list.js';
import styles from './grant-application.module.css';
import { decideSelection, promoteSelection, useRanking, type DecideSelection, type Selection } from './grant-application.requests.js';

/** The ranking with the line drawn where the budget ends; what is seen is what is decided and signed. */
export function SelectionDialog({ callId, onClose }: { readonly callId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return <Decision callId={callId} query={useRanking(callId)} title={t('grantApplication.select')} lead={t('grantApplication.selectLead')} send={decideSelection} onClose={onClose} />;
}

/** The head of the waiting list moves up, where budget and places allow. */
export function PromotionDialog({ callId, onClose }: { readonly callId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['grant-call', callId, 'preview', 'promote'], queryFn: () => promoteSelection(callId, { count: 1, dryRun: true }, previewHeaders()) });
  return <Decision callId={callId} query={query} title={t('grantApplication.promote')} lead={t('grantApplication.promoteLead')} send={(id, body, header) => promoteSelection(id, { ...body, count: 1 }, header)} onClose={onClose} />;
}

interface DecisionProps {
  readonly callId: string;
  readonly query: ReturnType<typeof useRanking>;
  readonly title: string;
  readonly lead: string;
  readonly send: typeof decideSelection;
  readonly onClose: () => void;
}

function Decision({ callId, query, title, lead, send, onClose }: DecisionProps): ReactElement {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: { decidedOn: todayInSeoul(), notifiedOn: todayInSeoul() } });
  const selected = (query.data?.ranked ?? []).filter(({ outcome }) => outcome === 'SELECTED');
  const amountWon = query.data?.amountWon ?? '0';
  const blocked = query.data === undefined || query.data.ranked.length === 0 || query.data.verdicts.some(({ result }) => result === 'BLOCK');
  const deed = useDeed({
    form,
    read: () => {
      const values = form.getValues();
      const [decidedOn, notifiedOn] = [parseDateInput(values.decidedOn), parseDateInput(values.notifiedOn)];
      const found = [...(decidedOn === null ? [{ pointer: '/decidedOn', text: t('time.invalid') }] : []), ...(notifiedOn === null ? [{ pointer: '/notifiedOn', text: t('time.invalid') }] : [])];
      const body: DecideSelection = { decidedOn: decidedOn ?? '', notifiedOn: notifiedOn ?? '', selectedIds: selected.map(({ applicationId }) => applicationId), amountWon };
      return { body: blocked ? null : body, found };
    },
    send: (body, header) => send(callId, body, header),
    onDone: async () => {
      await refreshGrants(callId);
      onClose();
    },
    onDrafted: onClose,
  });
  return (
    <FormDialog title={title} action={t('grantApplication.selectAction', { count: selected.length, amount: formatWon(amountWon) })} {...deed} onClose={onClose} wide>
      <p>{lead}</p>
      <div className={styles['two']}>
        <FormField form={form} name="decidedOn">
          {(field) => <DateField {...field} label={t('grantApplication.decidedOn')} />}
        </FormField>
        <FormField form={form} name="notifiedOn">
          {(field) => <DateField {...field} label={t('grantApplication.notifiedOn')} />}
        </FormField>
      </div>
      <Loaded query={query}>
        {(ranking) => (
          <>
            <VerdictList verdicts={ranking.verdicts} />
            <Ranking ranking={ranking} />
          </>
        )}
      </Loaded>
    </FormDialog>
  );
}

const TONES = { SELECTED: 'success', WAITLISTED: 'warning', REJECTED: 'danger' } as const;

function Ranking({ ranking: { ranked, before, after } }: { readonly ranking: Selection }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <div className={styles['scroll']}>
      <p>{t('grantApplication.room', { before: formatWon(before.budgetWon), after: formatWon(after.budgetWon) })}</p>
      <PlainTable
        label={t('grantApplication.select')}
        rows={ranked}
        rowKey={({ applicationId }) => applicationId}
        columns={[
          { header: t('grantApplication.rank'), align: 'right', cell: ({ rank }) => rank },
          { header: t('grantApplication.number'), cell: ({ number }) => number },
          { header: t('grantApplication.project'), wrap: true, cell: ({ title }) => title },
          { header: t('grantApplication.leadInstitution'), wrap: true, cell: ({ lead }) => lead },
          { header: t('grantApplication.score'), align: 'right', cell: ({ score }) => score ?? '–' },
          { header: t('grantApplication.requested'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
          {
            header: t('grantApplication.state'),
            wrap: true,
            cell: ({ outcome, why }) => (
              <>
                <Tag tone={TONES[outcome]}>{t(`grantApplication.outcome.${outcome}`)}</Tag>
                {outcome !== 'SELECTED' && <p className={styles['note']}>{say(why)}</p>}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
