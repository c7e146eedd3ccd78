import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { Card } from './card.js';
import { Loaded } from './loaded.js';
import { Empty } from './page.js';

interface Props<Row> {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly query: UseQueryResult<readonly Row[]>;
  /** What is said where there is no row. */
  readonly empty: string;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A card of the rows that a query brings. */
export function RowsCard<Row>({ title, note, actions, query, empty, children }: Props<Row>): ReactElement {
  return (
    <Card title={title} note={note} actions={actions} flush>
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>
              <p>{empty}</p>
            </Empty>
          ) : (
            children(rows)
          )
        }
      </Loaded>
    </Card>
  );
}
