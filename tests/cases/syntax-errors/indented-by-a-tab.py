	print("indented by a tab")
