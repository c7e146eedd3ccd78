import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { LinkButton } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { Tag } from '../../design/tag.js';
import { WonText } from '../../design/won-text.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { CourseChart } from '../matching-pool/course-chart.js';
import { useProject, type Project } from '../matching-pool/matching.queries.js';
import { useCurrentPool } from '../matching-pool/pool-layout.js';
import cockpit from '../voucher-year/cockpit.module.css';

/** One project: both sides of its money over time, what the release may be now and why, and how its commitment came about. */
export function ProjectPage(): ReactElement {
  const { t } = useTranslation();
  const { agreementId = '' } = useParams();
  const pool = useCurrentPool();
  const query = useProject(pool.id, agreementId);
  const title = query.data === undefined ? t('matchingProject.one') : `${query.data.number} ${query.data.title}`;
  return (
    <Page title={title} lead={<Link to={`/matching/${pool.id}/projects`}>{t('matchingProject.title')}</Link>} actions={<LinkButton to={`/grants/${pool.id}/agreements/${agreementId}`}>{t('matchingProject.agreement')}</LinkButton>}>
      <Loaded query={query}>
        {(project) => (
          <>
            <Over project={project} />
            <Money project={project} />
            <Release project={project} />
            <Card title={t('matchingProject.course')} note={t('matchingProject.courseLead')}>
              {project.course.length === 0 ? <p>{t('matchingProject.noCourse')}</p> : <Course project={project} />}
            </Card>
            <Commitment project={project} />
            <Choice project={project} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** More is out than private money allows: first of all, and with the way to what is done about it. */
function Over({ project: { overReleasedWon, clawback, callId } }: { readonly project: Project }): ReactElement | null {
  const { t } = useTranslation();
  if (clawback.totalWon === '0') return null;
  return (
    <Callout tone={overReleasedWon === '0' ? 'information' : 'warning'} title={t('matchingProject.clawback', { amount: formatWon(clawback.totalWon) })}>
      <p>
        {t('matchingProject.clawbackParts', {
          over: formatWon(clawback.overReleasedWon),
          unspent: formatWon(clawback.unspentWon),
          disallowed: formatWon(clawback.disallowedWon),
          interest: formatWon(clawback.interestWon),
          notice: formatWon(clawback.noticeWon),
        })}
      </p>
      <LinkButton small to={`/matching/${callId}/clawbacks`}>
        {t('matching.tabs.clawbacks')}
      </LinkButton>
    </Callout>
  );
}

const TILES = ['private', 'proven', 'government', 'allowed', 'released', 'room'] as const;

function Money({ project }: { readonly project: Project }): ReactElement {
  const { t } = useTranslation();
  const labels = { private: t('matching.private'), proven: t('matching.proven'), government: t('matching.government'), allowed: t('matchingProject.allowed'), released: t('matching.released'), room: t('matchingProject.room') };
  return (
    <section className={cockpit['tiles']} aria-label={t('matching.money')}>
      {TILES.map((key) => (
        <div key={key} className={cockpit['tile']}>
          <p className={cockpit['note']}>{labels[key]}</p>
          <p className={cockpit['value']}>
            <WonText amount={project[`${key}Won`]} bare />
          </p>
        </div>
      ))}
    </section>
  );
}

/** What may be released now, as the rule computes it. */
function Release({ project }: { readonly project: Project }): ReactElement {
  const { t } = useTranslation();
  const { governmentWon, privateWon, allowedWon, releasedWon, roomWon, callId } = project;
  const all = BigInt(allowedWon) >= BigInt(governmentWon);
  return (
    <Card title={t('matchingProject.release', { amount: formatWon(roomWon) })}>
      <p>
        {t(all ? 'matchingProject.releaseAll' : 'matchingProject.releaseWhy', {
          government: formatWon(governmentWon),
          private: formatWon(privateWon),
          allowed: formatWon(allowedWon),
          released: formatWon(releasedWon),
        })}
      </p>
      <LinkButton small to={`/matching/${callId}/releases`}>
        {t('matching.tabs.releases')}
      </LinkButton>
    </Card>
  );
}

function Course({ project }: { readonly project: Project }): ReactElement {
  const { t } = useTranslation();
  const lines = [
    { key: 'privateWon', label: t('matching.proven'), colour: 'var(--krds-color-light-success-50)' },
    { key: 'allowedWon', label: t('matchingProject.allowed'), colour: 'var(--krds-color-light-gray-50)', dashed: true },
    { key: 'releasedWon', label: t('matching.released'), colour: 'var(--krds-color-light-primary-50)' },
  ] as const;
  return <CourseChart label={t('matchingProject.course')} lines={lines} points={project.course} />;
}

const percent = (basisPoints: number): string => `${Math.trunc(basisPoints / 100)}${basisPoints % 100 === 0 ? '' : `.${String(basisPoints % 100).padStart(2, '0')}`}%`;

/** How the commitment of the government came about: each bound, and which one it is. */
function Commitment({ project }: { readonly project: Project }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { position, matchBasisPoints, governmentAtMost, capWon, budgetLeftWon, governmentWon, statedGovernmentWon, bound, committedOn } = project;
  return (
    <Card title={t('matchingProject.commitment')} note={t('matchingProject.commitmentNote')}>
      <Facts
        columns
        facts={[
          { label: t('matchingQueue.position'), value: `${position} · ${committedOn}` },
          { label: t('matchingProject.bound'), value: <Tag tone="neutral">{term('matchBound', bound)}</Tag> },
          { label: t('matchingProject.ratio'), value: percent(matchBasisPoints) },
          { label: t('matchingProject.atMost'), value: percent(governmentAtMost) },
          { label: t('matchingProject.cap'), value: formatWon(capWon) },
          { label: t('matchingQueue.before'), value: formatWon(budgetLeftWon) },
          { label: t('matching.government'), value: formatWon(governmentWon) },
          statedGovernmentWon === null || statedGovernmentWon === governmentWon ? null : { label: t('matchingProject.stated'), value: formatWon(statedGovernmentWon) },
        ]}
      />
    </Card>
  );
}

/** Whom the company chose and why, where they are, and what they agreed. */
function Choice({ project }: { readonly project: Project }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const { company, performer, researcher, chosenBecause, relation, relationNote, zoneName, zoneMode, zoneParty, zoneStated, ipTerms, royaltyTerms, periodFrom, periodTo } = project;
  const zone = zoneName === null ? (zoneStated ?? t('matchingProject.noZone')) : [say(zoneName), zoneMode === null ? null : term('zoneMode', zoneMode), zoneParty === null ? null : t(`matchingPlan.${zoneParty === 'COMPANY' ? 'company' : 'performer'}`)].filter((part) => part !== null).join(' · ');
  return (
    <Card title={t('matchingProject.choice')}>
      <Facts
        facts={[
          { label: t('matchingPlan.company'), value: company },
          { label: t('matchingPlan.performer'), value: performer },
          researcher === null ? null : { label: t('matchingPlan.researcher'), value: researcher },
          { label: t('matchingPlan.because'), value: chosenBecause ?? t('matchingProject.notTold') },
          { label: t('matchingPlan.relation'), value: relation === null ? t('matchingProject.notTold') : [term('matchRelation', relation), relationNote].filter((part) => part !== null).join(': ') },
          { label: t('matchingPlan.zone'), value: zone },
          { label: t('grantApplication.period'), value: `${periodFrom} ~ ${periodTo}` },
          ipTerms === null ? null : { label: t('matchingPlan.ip'), value: ipTerms },
          royaltyTerms === null ? null : { label: t('matchingPlan.royalty'), value: royaltyTerms },
        ]}
      />
    </Card>
  );
}
