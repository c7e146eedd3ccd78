import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { Card } from '../card.js';
import { Loaded } from '../loaded.js';
import { Empty } from '../page.js';
import type { Column } from './column.js';
import { DataTable } from './data-table.js';

interface Props<Row> {
  readonly label: string;
  readonly query: UseQueryResult<readonly Row[]>;
  readonly columns: readonly Column<Row>[];
  /** Where the pages of the rows lie: the id of a row follows. */
  readonly path: string;
  /** What is said where there is no row, and what makes the first. */
  readonly empty: string;
  readonly first: ReactNode;
}

/** The table of a page whose rows lead to pages of their own. */
export function DirectoryTable<Row extends { readonly id: string }>({ label, query, columns, path, empty, first }: Props<Row>): ReactElement {
  const navigate = useNavigate();
  return (
    <Loaded query={query}>
      {(rows) => (
        <Card flush>
          {rows.length === 0 ? (
            <Empty>
              <p>{empty}</p>
              {first}
            </Empty>
          ) : (
            <DataTable label={label} columns={columns} rows={rows} rowKey={({ id }) => id} onOpen={({ id }) => void navigate(`${path}/${id}`)} />
          )}
        </Card>
      )}
    </Loaded>
  );
}

/** The name of such a row: a link to its page. The row is in the order of the keyboard already; the link is not once more. */
export function DirectoryName({ to, name, children }: { readonly to: string; readonly name: string; readonly children?: ReactNode }): ReactElement {
  return (
    <>
      <Link to={to} tabIndex={-1}>
        {name}
      </Link>{' '}
      {children}
    </>
  );
}
