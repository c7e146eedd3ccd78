import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBasisPoints } from '../../format/quantity.js';
import { useTerm } from '../../i18n/term.js';
import { placed, type PlacedRelation } from './graph.js';
import type { Relation } from './related-party.requests.js';
import styles from './relation-graph.module.css';

const [BOX_WIDTH, BOX_HEIGHT, MOST_LETTERS] = [168, 36, 13];

/** The relations as a picture; the table beside it says the same in words. */
export function RelationGraph({ relations }: { readonly relations: readonly Relation[] }): ReactElement {
  const { t } = useTranslation();
  const graph = placed(relations);
  return (
    <figure className={styles['figure']}>
      <svg role="img" aria-label={t('relatedParties.graph')} viewBox={`0 0 ${graph.width} ${graph.height}`} width={graph.width} height={graph.height}>
        {graph.relations.map((each) => (
          <Edge key={each.relation.id} edge={each} />
        ))}
        {graph.parties.map(({ id, name, kind, x, y }) => (
          <g key={id}>
            <title>{name}</title>
            <rect x={x - BOX_WIDTH / 2} y={y - BOX_HEIGHT / 2} width={BOX_WIDTH} height={BOX_HEIGHT} rx={kind === 'PERSON' ? BOX_HEIGHT / 2 : 6} className={styles['box']} />
            <text x={x} y={y} className={styles['name']}>
              {name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>{t('relatedParties.graphNote')}</figcaption>
    </figure>
  );
}

function Edge({ edge: { relation, from, to } }: { readonly edge: PlacedRelation }): ReactElement {
  const term = useTerm();
  const share = relation.shareBasisPoints === null ? '' : ` ${formatBasisPoints(relation.shareBasisPoints)}%`;
  const sameColumn = from.x === to.x;
  const bend = sameColumn ? BOX_WIDTH : 0;
  const [middleX, middleY] = [(from.x + to.x) / 2 + bend * 0.75, (from.y + to.y) / 2];
  return (
    <g>
      <path d={`M ${from.x} ${from.y} Q ${(from.x + to.x) / 2 + bend * 1.5} ${middleY} ${to.x} ${to.y}`} className={relation.validTo === null ? styles['edge'] : styles['ended']} />
      <text x={middleX} y={middleY - 4} className={styles['label']}>
        {term('relation', relation.relation)}
        {share}
      </text>
    </g>
  );
}
