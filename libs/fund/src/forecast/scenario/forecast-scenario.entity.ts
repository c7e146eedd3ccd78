import { Witnessed } from '#libs/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Assumptions } from './scenario.model.js';

@Entity('forecast_scenario')
export class ForecastScenarioEntity extends Witnessed {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'fund_id' })
  fundId!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  assumptions!: Assumptions;
}
