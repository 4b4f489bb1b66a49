import type {
  BreakoutGroup, Call, Dots, Evaluation, Idea, IdeaQuestion, LevelAnswers, LevelChoice, LevelDecision, Lobby,
  ParkedItem, VoteQuestion, VoteResult
} from './sessionAreas'
import type { AreaEvent } from './areaEvent'

export interface ParkedRecord extends ParkedItem { settled: boolean }

export interface IdeaRound extends IdeaQuestion {
  revealed: boolean
  /** Before they are shown: one's own as written, and the others' without their words. */
  ideas: ReadonlyMap<string, Idea>
}

export interface Vote extends VoteQuestion {
  /** Dots by participant: one's own as cast, the others' without what they are for. */
  ballots: ReadonlyMap<string, Dots>
  result: VoteResult | null
}

export interface GoalLevel { answers?: LevelAnswers, suggestion?: LevelChoice, decision?: LevelDecision }

export interface AreaState {
  lobby: Lobby
  parked: readonly ParkedRecord[]
  call: Call | null
  announcement: string
  ready: ReadonlySet<string>
  hands: readonly string[]
  evaluations: readonly Evaluation[]
  groups: readonly BreakoutGroup[]
  groupsByChoice: boolean
  /** Groups that wait for a facilitator, longest first. */
  calling: readonly string[]
  rounds: ReadonlyMap<string, IdeaRound>
  votes: ReadonlyMap<string, Vote>
  levels: ReadonlyMap<string, GoalLevel>
  /** What the values mean here since the session was made, by value; empty where it was taken away. */
  interpretations: ReadonlyMap<string, string>
  /** What was shown to everybody last: a round's ideas or a vote's result. `at`: server time. */
  shown: { kind: 'round' | 'vote', id: string, at: number } | null
}

export const initialAreas: AreaState = {
  lobby: { mode: 'open' }, parked: [], call: null, announcement: '', ready: new Set(), hands: [], evaluations: [],
  groups: [], groupsByChoice: false, calling: [],
  rounds: new Map(), votes: new Map(), levels: new Map(), interpretations: new Map(), shown: null,
}

/** After somebody was deleted: what was said aloud stays, as nobody's. */
export function withoutPerson(state: AreaState, id: string): AreaState {
  const others = (ids: Iterable<string>) => [...ids].filter(one => one !== id)
  return {
    ...state, ready: new Set(others(state.ready)), hands: others(state.hands),
    groups: state.groups.map(group => ({ ...group, members: others(group.members) })),
  }
}

/** Applies one event; a kind that is not known here changes nothing. */
export function applyAreaEvent(state: AreaState, event: AreaEvent, at: number): AreaState {
  switch (event.kind) {
    case 'itemParked': return { ...state, parked: parked(state.parked, without(event)) }
    case 'itemSettled': return {
      ...state, parked: state.parked.map(one => one.itemId === event.itemId ? { ...one, settled: event.settled } : one)
    }
    case 'calledTogether': return { ...state, call: without(event) }
    case 'released': return { ...state, call: null }
    case 'saidToAll': return { ...state, announcement: event.text }
    case 'readySaid': return { ...state, ready: event.ready
      ? new Set([...state.ready, event.participantId])
      : new Set([...state.ready].filter(one => one !== event.participantId)) }
    case 'handRaised': {
      const who = event.participantId
      return who === undefined || state.hands.includes(who) ? state : { ...state, hands: [...state.hands, who] }
    }
    case 'handLowered': return { ...state, hands: state.hands.filter(one => one !== event.participantId) }
    case 'evaluated': return { ...state, evaluations: [...state.evaluations, without(event)] }
    case 'lobbySet': return { ...state, lobby: without(event) }
    case 'valueInterpreted':
      return { ...state, interpretations: new Map([...state.interpretations, [event.valueId, event.text]]) }
    case 'levelSuggested': return { ...state, levels: changed(
      state.levels, event.goalId, before => ({ ...before, answers: event.answers, suggestion: event.suggestion }), {}
    ) }
    case 'levelDecided': return {
      ...state, levels: changed(state.levels, event.goalId, before => ({ ...before, decision: without(event) }), {})
    }
    default: return {
      ...state, ...grouped(state, event), ...thought(state, event), ...voted(state, event), ...shown(event, at)
    }
  }
}

function parked(before: readonly ParkedRecord[], item: ParkedItem): readonly ParkedRecord[] {
  const known = before.some(one => one.itemId === item.itemId)
  return known
    ? before.map(one => one.itemId === item.itemId ? { ...item, settled: one.settled } : one)
    : [...before, { ...item, settled: false }]
}

function grouped(state: AreaState, event: AreaEvent): Partial<AreaState> {
  switch (event.kind) {
    case 'groupsFormed': return { groups: event.groups, groupsByChoice: event.byChoice, calling: [] }
    case 'groupsRecalled': return { groups: [], calling: [] }
    case 'groupJoined':
      return { groups: state.groups.map(group => ({ ...group, members: [
        ...group.members.filter(one => one !== event.participantId),
        ...group.groupId === event.groupId && event.participantId !== undefined ? [event.participantId] : []
      ] })) }
    case 'facilitatorCalled':
      return { calling: state.calling.includes(event.groupId) ? state.calling : [...state.calling, event.groupId] }
    case 'callAnswered': return { calling: state.calling.filter(one => one !== event.groupId) }
    default: return {}
  }
}

function thought(state: AreaState, event: AreaEvent): Partial<AreaState> {
  switch (event.kind) {
    case 'ideasOpened': return state.rounds.has(event.roundId) ? {} : {
      rounds: new Map([...state.rounds, [event.roundId, { ...without(event), revealed: false, ideas: new Map() }]])
    }
    case 'ideaWritten': return {
      rounds: changed(state.rounds, event.roundId, round => ({ ...round, ideas: written(round.ideas, event) }))
    }
    case 'ideasRevealed': return { rounds: changed(state.rounds, event.roundId, round => ({
      ...round, revealed: true, ideas: new Map(event.ideas.map(idea => [idea.ideaId, idea]))
    })) }
    case 'ideaSorted': return {
      rounds: changed(state.rounds, event.roundId, round => ({
        ...round, ideas: changed(round.ideas, event.ideaId, ({ heading: _, ...idea }) =>
          event.heading === undefined ? idea : { ...idea, heading: event.heading }),
      })),
    }
    default: return {}
  }
}

function written(before: ReadonlyMap<string, Idea>, { ideaId, text, participantId }: {
  ideaId: string, text: string, participantId?: string
}): ReadonlyMap<string, Idea> {
  const ideas = new Map(before)
  if (text === '') ideas.delete(ideaId)
  else ideas.set(ideaId, participantId === undefined ? { ideaId, text: '' } : { ideaId, text, participantId })
  return ideas
}

function voted(state: AreaState, event: AreaEvent): Partial<AreaState> {
  switch (event.kind) {
    case 'voteOpened': return state.votes.has(event.voteId)
      ? {}
      : { votes: new Map([...state.votes, [event.voteId, { ...without(event), ballots: new Map(), result: null }]]) }
    case 'voteCast': {
      const who = event.participantId
      return who === undefined ? {} : { votes: changed(
        state.votes, event.voteId, vote => ({ ...vote, ballots: cast(vote.ballots, who, event.dots) })
      ) }
    }
    case 'voteRevealed': return { votes: changed(
      state.votes, event.voteId, vote => ({ ...vote, ballots: told(vote.ballots), result: without(event) })
    ) }
    default: return {}
  }
}

function shown(event: AreaEvent, at: number): Partial<AreaState> {
  switch (event.kind) {
    case 'ideasRevealed': return { shown: { kind: 'round', id: event.roundId, at } }
    case 'voteRevealed': return { shown: { kind: 'vote', id: event.voteId, at } }
    default: return {}
  }
}

/** Those whose dots are known: of the others the result says what there is to say. */
function told(ballots: ReadonlyMap<string, Dots>): ReadonlyMap<string, Dots> {
  return new Map([...ballots].filter(([, dots]) => !('' in dots)))
}

function cast(before: ReadonlyMap<string, Dots>, participantId: string, dots: Dots): ReadonlyMap<string, Dots> {
  const ballots = new Map(before)
  if (Object.keys(dots).length === 0) ballots.delete(participantId)
  else ballots.set(participantId, dots)
  return ballots
}

/** One entry changed; one that is not there stays away unless there is something to begin with. */
function changed<Value>(
  map: ReadonlyMap<string, Value>, key: string, change: (before: Value) => Value, begin?: Value
): ReadonlyMap<string, Value> {
  const before = map.get(key) ?? begin
  return before === undefined ? map : new Map([...map, [key, change(before)]])
}

function without<Event extends { kind: string }>({ kind: _, ...rest }: Event): Omit<Event, 'kind'> {
  return rest
}
