import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { localDate } from '#libs/calendar';
import { toLines, toSources } from '#libs/grant';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { cleanText } from '#libs/identifier';
import { won } from '#libs/money';
import { getPool } from '../pool/pool.query.js';
import { ConcludedProjectDto, ConcludeProjectDto, ProjectDto, ProjectSummaryDto } from './project.dto.js';
import { courseOfProject, getProject, projectsOfPool, settlementsOfProject } from './project.query.js';
import { ProjectService, type ConcludeProject } from './project.service.js';
import { viewConcludedProject, viewProject, viewProjectSummary } from './project.view.js';

/** Whose data an answer showed: who leads the project. */
const shownResearcher = ({ number, researcher }: ProjectDto): readonly string[] => (researcher === null ? [] : [`${number} ${researcher}`]);

@ApiTags('matching-project')
@Controller()
export class ProjectController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly projects: ProjectService,
  ) {}

  @Get('matching-pools/:callId/projects')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listMatchingProjects', summary: 'The projects of a pool in the order in which it was given out, with their money from the books' })
  @ApiOkResponse({ type: [ProjectSummaryDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<ProjectSummaryDto[]> {
    return this.reader.read(actor, async (tx) => (await projectsOfPool(tx, (await getPool(tx, callId)).id)).map(viewProjectSummary));
  }

  @Post('matching-pools/:callId/projects')
  @Allow('matching-project.conclude')
  @ApiOperation({ operationId: 'concludeMatchingProject', summary: 'Conclude the agreement of a project that the queue selected; with dryRun the verdicts and what would be posted' })
  @ApiCreatedResponse({ type: ConcludedProjectDto })
  async conclude(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() body: ConcludeProjectDto,
  ): Promise<ConcludedProjectDto> {
    return viewConcludedProject(await this.runner.run(this.projects.conclude, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toConclusion(callId, body) }));
  }

  @Get('matching-projects/:agreementId')
  @Allow('grant.read')
  @LogsAccess('matching-project', shownResearcher)
  @ApiOperation({ operationId: 'getMatchingProject', summary: 'One project: how its commitment came about, private and government money over time, and what would come back' })
  @ApiOkResponse({ type: ProjectDto })
  get(@CurrentActor() actor: Actor, @Param('agreementId', IdPipe) agreementId: string): Promise<ProjectDto> {
    return this.reader.read(actor, async (tx) => {
      const project = await getProject(tx, agreementId);
      return viewProject(project, await courseOfProject(tx, project), await settlementsOfProject(tx, agreementId));
    });
  }
}

/** The typed agreement as a command. */
function toConclusion(callId: string, { applicationId, agreedOn, periodFrom, periodTo, projectNumber, sources, lines, documentId, amountWon }: ConcludeProjectDto): ConcludeProject {
  return {
    ...{ callId, applicationId, agreedOn: localDate(agreedOn), periodFrom: localDate(periodFrom), periodTo: localDate(periodTo) },
    ...{ projectNumber: projectNumber === undefined ? null : cleanText(projectNumber), documentId: documentId ?? null },
    ...{ sources: sources === undefined ? null : toSources(sources), lines: toLines(lines), amountWon: won(amountWon) },
  };
}
