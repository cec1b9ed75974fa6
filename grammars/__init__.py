"""The grammars of the layers, one file each; `normalize.grammar` reads them."""
