import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../design/card.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatInstant, formatOfficialDate } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import type { ReportScheduleDetail, ScheduleTurn } from './schedule.requests.js';

const TONES = { ISSUED: 'success', WAITING: 'information', STOPPED: 'warning', REFUSED: 'danger' } as const;

/** The reports that a schedule has come to, the latest period first: the paper, the request that waits, or why there is none. */
export function TurnsCard({ schedule: { turns, subjectNumber, nextOn } }: { readonly schedule: ReportScheduleDetail }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const subject = { header: t('reportSchedule.subject'), wrap: true, cell: (turn: ScheduleTurn) => `${turn.subjectNumber ?? turn.subjectId} ${turn.subjectName ?? ''}` };
  return (
    <Card title={t('reportSchedule.turns')} flush>
      {turns.length === 0 ? (
        <Empty>{nextOn === null ? t('reportSchedule.noTurnsEnded') : t('reportSchedule.noTurns', { on: formatOfficialDate(nextOn) })}</Empty>
      ) : (
        <PlainTable
          label={t('reportSchedule.turns')}
          rows={turns}
          rowKey={({ subjectId, periodEndsOn }) => `${subjectId} ${periodEndsOn}`}
          columns={[
            { header: t('reportSchedule.periodEndsOn'), cell: ({ periodEndsOn }) => <span className="number">{periodEndsOn}</span> },
            ...(subjectNumber === null ? [subject] : []),
            { header: t('reportSchedule.state'), cell: ({ state }) => <Tag tone={TONES[state]}>{term('scheduleTurnState', state)}</Tag> },
            { header: t('reportSchedule.paper'), cell: (turn) => <Paper turn={turn} /> },
            { header: t('reportSchedule.triedAt'), cell: ({ triedAt }) => <span className="number">{formatInstant(triedAt)}</span> },
            ...(turns.some(({ state }) => state === 'REFUSED') ? [{ header: t('reportSchedule.problem'), wrap: true, cell: ({ state, problem }: ScheduleTurn) => (state === 'REFUSED' && problem !== null ? say(problem) : '') }] : []),
          ]}
        />
      )}
    </Card>
  );
}

function Paper({ turn: { issueId, issueNumber, approvalId } }: { readonly turn: ScheduleTurn }): ReactElement | string {
  const { t } = useTranslation();
  if (issueId !== null) return <Link to={`/reports/${issueId}`}>{issueNumber}</Link>;
  return approvalId === null ? '–' : <Link to={`/approvals/${approvalId}`}>{t('reportSchedule.approval')}</Link>;
}
