import { Component, type ErrorInfo, type ReactNode } from 'react'

interface Properties { children: ReactNode, fallback: (retry: () => void) => ReactNode }

/** Keeps a fault in one part of the page from taking the rest; what was written is in the document store. */
export class ErrorBoundary extends Component<Properties, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(() => this.setState({ failed: false })) : this.props.children
  }
}
