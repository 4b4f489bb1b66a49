import { createRoot } from 'react-dom/client'
import { keepPageForOffline } from './offline/keepPageForOffline'
import './style/index.css'
import { App } from './views/app/App'
import { watchFields } from './views/app/singleKeys'

watchFields()
const root = document.getElementById('page')
if (root) createRoot(root).render(<App />)
keepPageForOffline()
