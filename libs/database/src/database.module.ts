import { Global, Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import type { DataSource, DataSourceOptions, EntitySchema } from 'typeorm';
import { Reader } from './connection/read.js';
import { readDatesAsText } from './connection/types.js';
import type { DatabaseUrls } from './connection/urls.js';

/** Injection token of the `Clock`. Stories and tests put a clock here that they can set. */
export const CLOCK = Symbol('Clock');
const AUDITOR = 'auditor';
/** Name of the connection that seals. */
export const SEALER = 'sealer';
/** One seals, one answers how far it is, one verifies. */
const SEALER_POOL = 4;

export interface DatabaseModuleOptions {
  readonly urls: DatabaseUrls;
  readonly entities: readonly (new () => object)[];
  readonly clock: Clock;
  /** Connections of the application's role; the auditor's role gets half as many. */
  readonly poolSize?: number;
}

/** Three pools, one per role, and the doors to them. Global, because everything that reads or writes needs it. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    readDatesAsText();
    const poolSize = options.poolSize ?? 16;
    const entities = [...options.entities] as (new () => object)[] | EntitySchema[];
    const common = { type: 'postgres', entities, synchronize: false, applicationName: 'baton', extra: { statement_timeout: 60_000 } } as const;
    const application: DataSourceOptions = { ...common, url: options.urls.application, poolSize };
    const auditor: DataSourceOptions = { ...common, url: options.urls.auditor, poolSize: Math.ceil(poolSize / 2) };
    const sealer: DataSourceOptions = { ...common, url: options.urls.sealer, poolSize: SEALER_POOL };
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({ ...application, retryAttempts: 3 }),
        TypeOrmModule.forRoot({ ...auditor, name: AUDITOR, retryAttempts: 3 }),
        TypeOrmModule.forRoot({ ...sealer, name: SEALER, retryAttempts: 3 }),
      ],
      providers: [
        { provide: CLOCK, useValue: options.clock },
        {
          provide: Reader,
          useFactory: (writer: DataSource, reader: DataSource) => new Reader(writer, reader),
          inject: [getDataSourceToken(), getDataSourceToken(AUDITOR)],
        },
      ],
      exports: [CLOCK, Reader],
    };
  }
}
