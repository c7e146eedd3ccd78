import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { TimeBanner, TimeButton } from '../fund/time-bar.js';
import { useAgreements } from '../grant-agreement/grant-agreement.requests.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import { useSettlementStages } from '../grant-settlement/settlement.requests.js';
import { ReportFrame } from '../report/report-frame.js';
import styles from '../report/report-choice.module.css';
import type { ReportSubject } from '../report/report.requests.js';

const KINDS = ['matching', 'grant-settlement', 'agreement-settlement', 'grant-form'] as const;
type GrantReportKind = (typeof KINDS)[number];

/** Reports of the whole call; that of matching is for pools alone, and goes first there. */
const OF_THE_CALL: ReadonlySet<GrantReportKind> = new Set<GrantReportKind>(['matching', 'grant-settlement']);
const kindsOf = (callKind: string): readonly GrantReportKind[] => KINDS.filter((kind) => kind !== 'matching' || callKind === 'MATCHING');

/** The reports of a call: of all of it, of one agreement, and form 7 of a settlement; as of any day and as known on any other. */
export function GrantReportPage(): ReactElement {
  const { t } = useTranslation();
  const choice = useChoice();
  const subject = choice.subject;
  return (
    <>
      <TimeBanner />
      {subject === null ? (
        <Page title={t(`report.kinds.${choice.kind}`)}>
          <Choice {...choice} />
          {choice.source !== null && <Loaded query={choice.source}>{() => <p role="status">{t(`report.none.${choice.kind === 'grant-form' ? 'grant-form' : 'agreement-settlement'}`)}</p>}</Loaded>}
        </Page>
      ) : (
        <ReportFrame key={`${subject.kind} ${subject.id}`} subject={subject} title={t(`report.kinds.${choice.kind}`)} tools={<TimeButton />} choice={<Choice {...choice} />} />
      )}
    </>
  );
}

interface Chosen {
  readonly kind: GrantReportKind;
  readonly kinds: readonly GrantReportKind[];
  /** Where the things come from that the report may be of; null where it is of the whole call. */
  readonly source: UseQueryResult<unknown> | null;
  /** Null while there is nothing of the kind in this call. */
  readonly subject: ReportSubject | null;
  readonly subjects: readonly { readonly value: string; readonly label: string }[];
  readonly choose: (name: 'report' | 'of', value: string) => void;
}

/** What is chosen lives in the address, so that a link to a report is a link to that report. */
function useChoice(): Chosen {
  const call = useCurrentCall();
  const [parameters, setParameters] = useSearchParams();
  const kinds = kindsOf(call.kind);
  const kind = kinds.find((each) => each === parameters.get('report')) ?? kinds[0] ?? 'grant-settlement';
  const agreements = useAgreements(call.id);
  const stages = useSettlementStages(call.id);
  const subjects: Readonly<Record<GrantReportKind, Chosen['subjects']>> = {
    matching: [{ value: call.id, label: call.name }],
    'grant-settlement': [{ value: call.id, label: call.name }],
    'agreement-settlement': (agreements.data ?? []).map(({ id, number, partyName }) => ({ value: id, label: `${number} ${partyName}` })),
    'grant-form': (stages.data ?? []).flatMap(({ settlementId, settlementNumber, agreementNumber, institution, stage }) =>
      settlementId === null ? [] : [{ value: settlementId, label: `${settlementNumber ?? ''} ${agreementNumber} ${institution} (${stage})` }],
    ),
  };
  const asked = parameters.get('of');
  const id = OF_THE_CALL.has(kind) ? call.id : (asked ?? subjects[kind][0]?.value);
  return {
    kind,
    kinds,
    source: OF_THE_CALL.has(kind) ? null : kind === 'grant-form' ? stages : agreements,
    subject: id === undefined ? null : { kind, id, under: call.id },
    subjects: subjects[kind],
    choose: (name, value) =>
      setParameters((current) => {
        if (name === 'report') current.delete('of');
        current.set(name, value);
        return current;
      }),
  };
}

function Choice({ kind, kinds, subject, subjects, choose }: Chosen): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles['choice']}>
      <SelectField label={t('report.kind')} value={kind} onChange={(value) => choose('report', value)} choices={kinds.map((value) => ({ value, label: t(`report.kinds.${value}`) }))} hint={t(`report.hints.${kind}`)} />
      {(kind === 'agreement-settlement' || kind === 'grant-form') && subjects.length > 0 && <SelectField label={t(`report.subjects.${kind}`)} value={subject?.id ?? ''} onChange={(value) => choose('of', value)} choices={subjects} />}
    </div>
  );
}
