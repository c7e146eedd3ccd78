import type { ReactElement } from 'react';
import { DropZone, type FileDropItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { classes } from '../../design/classes.js';
import { Tag } from '../../design/tag.js';
import { usePermissions } from '../session/use-session.js';
import styles from './recognition.module.css';
import type { ChecklistLine } from './recognition.requests.js';
import { useDetailText } from './use-detail-text.js';

interface Props {
  readonly line: ChecklistLine;
  readonly testedOn: string;
  /** Absent where nothing may be attached. */
  readonly onAttach?: (file: File | null) => void;
  readonly onTurn?: (evidence: Evidence) => void;
  readonly onTake: (evidence: Evidence) => void;
}

/** One document that the claim needs, with the copies that are there; a file can be dropped on it. */
export function ChecklistRow({ line, testedOn, onAttach, onTurn, onTake }: Props): ReactElement {
  const { t } = useTranslation();
  const content = (
    <>
      <span className={styles['kind']}>
        <Tag tone={line.satisfied ? 'success' : line.required ? 'warning' : 'neutral'} icon={line.satisfied ? 'check' : 'minus'}>
          {t(line.satisfied ? 'evidence.present' : 'evidence.missing')}
        </Tag>
        {line.kind}
        {line.key && <Tag tone="information">{t('recognition.key')}</Tag>}
        {!line.required && <span className={styles['note']}>{t('evidence.extra')}</span>}
      </span>
      {onAttach === undefined ? (
        <span />
      ) : (
        <Button small tone={line.satisfied ? 'quiet' : 'secondary'} icon="upload" onPress={() => onAttach(null)}>
          {t('recognition.attachHere', { kind: line.kind })}
        </Button>
      )}
      {line.evidence.length > 0 && (
        <ul className={styles['documents']}>
          {line.evidence.map((evidence) => (
            <DocumentItem key={evidence.id} evidence={evidence} testedOn={testedOn} onTurn={onTurn} onTake={onTake} />
          ))}
        </ul>
      )}
    </>
  );
  if (onAttach === undefined) return <div className={styles['line']}>{content}</div>;
  return (
    <DropZone
      className={styles['line'] ?? ''}
      onDrop={({ items }) => {
        const dropped = items.find((item): item is FileDropItem => item.kind === 'file');
        void dropped?.getFile().then(onAttach);
      }}
    >
      {content}
    </DropZone>
  );
}

interface ItemProps {
  readonly evidence: Evidence;
  readonly testedOn: string;
  readonly onTurn: ((evidence: Evidence) => void) | undefined;
  readonly onTake: (evidence: Evidence) => void;
}

function DocumentItem({ evidence, testedOn, onTurn, onTake }: ItemProps): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const detailText = useDetailText();
  const { issuedOn, validTo, issuer, documentId, fileName, sha256, detail, turns } = evidence;
  const final = turns.some(({ turn }) => turn !== 'LOST_STATUS');
  const expired = validTo !== null && validTo < testedOn;
  return (
    <li className={styles['document']}>
      <span className={classes(final && styles['gone'])}>
        {[issuedOn ?? t('recognition.undated'), issuer].filter((text) => text !== null).join(' · ')}
        {validTo !== null && ` · ${t('recognition.validTo', { date: validTo })}`}
      </span>
      {expired && <Tag tone="warning">{t('recognition.expiredThen')}</Tag>}
      {detail === null ? <span className={styles['note']}>{t('recognition.noDetail')}</span> : <span>{detailText(detail)}</span>}
      {documentId !== null && may('document.read') && (
        <Button small tone="quiet" icon="download" onPress={() => onTake(evidence)}>
          {fileName ?? t('evidence.download')}
        </Button>
      )}
      {sha256 !== null && (
        <span className={styles['hash']} title={`${t('evidence.hash')} ${sha256}`}>
          {sha256.slice(0, 12)}…
        </span>
      )}
      {turns.map(({ turn, happenedOn, reason, decidedBy }) => (
        <span key={turn} title={`${reason} (${decidedBy})`}>
          <Tag tone={turn === 'CORRECTED' ? 'neutral' : 'danger'}>{t(`recognition.turns.${turn}`)}</Tag> {happenedOn}
        </span>
      ))}
      {onTurn !== undefined && !final && (
        <Button small tone="quiet" onPress={() => onTurn(evidence)}>
          {t('recognition.turnAction')}
        </Button>
      )}
    </li>
  );
}
