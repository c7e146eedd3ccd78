import { Controller, Get } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/access';
import type { DataSource } from 'typeorm';
import { HealthDto } from './health.dto.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'getHealth', summary: 'Whether the server and its database answer' })
  @ApiOkResponse({ type: HealthDto })
  async get(): Promise<HealthDto> {
    const rows: { version: string }[] = await this.source.query(`select current_setting('server_version') as version`);
    return { status: 'ok', database: rows[0]?.version ?? '' };
  }
}
