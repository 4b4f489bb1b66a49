import type {
  Ballot, BreakoutGroup, Call, Dots, Evaluation, IdeaQuestion, LevelAnswers, LevelChoice, LevelDecision, Lobby,
  ParkedItem, ValueInterpretation, VoteQuestion, VoteResult
} from './together'

/** What is private in one of these is left out for everybody it is not for. */
export type TogetherEvent =
  | { kind: 'itemParked' } & ParkedItem
  | { kind: 'itemSettled', itemId: string, settled: boolean }
  | { kind: 'calledTogether' } & Call
  | { kind: 'released' }
  | { kind: 'saidToAll', text: string }
  | { kind: 'readySaid', participantId: string, ready: boolean }
  | { kind: 'handRaised', participantId: string }
  | { kind: 'handLowered', participantId: string }
  | { kind: 'evaluated' } & Evaluation
  | { kind: 'groupsFormed', groups: BreakoutGroup[], byChoice: boolean }
  | { kind: 'groupJoined', groupId: string, participantId: string }
  | { kind: 'facilitatorCalled', groupId: string }
  | { kind: 'callAnswered', groupId: string }
  | { kind: 'groupsRecalled' }
  | { kind: 'ideasOpened' } & IdeaQuestion
  | { kind: 'ideaWritten', roundId: string, ideaId: string, text: string, participantId?: string }
  | { kind: 'ideasRevealed', roundId: string, ideas: { ideaId: string, text: string, participantId?: string }[] }
  | { kind: 'ideaSorted', roundId: string, ideaId: string, heading?: string }
  | { kind: 'voteOpened' } & VoteQuestion
  | { kind: 'voteCast', voteId: string, participantId: string, dots: Dots }
  | { kind: 'voteRevealed' } & VoteResult
  | { kind: 'levelSuggested', goalId: string, answers: LevelAnswers, suggestion: LevelChoice }
  | { kind: 'levelDecided' } & LevelDecision
  | { kind: 'lobbySet' } & Lobby
  | { kind: 'valueInterpreted' } & ValueInterpretation

export type TogetherCommand =
  | { kind: 'parkItem' } & ParkedItem
  | { kind: 'settleItem', itemId: string, settled: boolean }
  | { kind: 'callTogether' } & Call
  | { kind: 'release' }
  | { kind: 'sayToAll', text: string }
  | { kind: 'sayReady', ready: boolean }
  | { kind: 'raiseHand' }
  | { kind: 'lowerHand', participantId?: string }
  | { kind: 'evaluate', grade: number, text?: string }
  | { kind: 'formGroups', groups: BreakoutGroup[], byChoice: boolean }
  | { kind: 'joinGroup', groupId: string, participantId?: string }
  | { kind: 'callFacilitator' }
  | { kind: 'answerCall', groupId: string }
  | { kind: 'recallGroups' }
  | { kind: 'openIdeas' } & IdeaQuestion
  | { kind: 'writeIdea', roundId: string, ideaId: string, text: string }
  | { kind: 'revealIdeas', roundId: string }
  | { kind: 'sortIdea', roundId: string, ideaId: string, heading?: string }
  | { kind: 'openVote' } & VoteQuestion
  | { kind: 'castVote' } & Omit<Ballot, 'participantId'>
  | { kind: 'revealVote', voteId: string }
  | { kind: 'suggestLevel', goalId: string, answers: LevelAnswers }
  | { kind: 'decideLevel' } & LevelDecision
  | { kind: 'setLobby' } & Lobby
  /** `before`: what stood there when it was written. */
  | { kind: 'interpretValue', before: string } & ValueInterpretation
